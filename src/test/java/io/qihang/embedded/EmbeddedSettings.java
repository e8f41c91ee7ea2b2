package io.qihang.embedded;

import java.nio.file.Path;

/**
 * Where the embedded services keep their data.
 *
 * @param data their folder
 * @param kept whether the data survives a restart, as in the demo, or is thrown away, as in tests
 */
record EmbeddedSettings(Path data, boolean kept) {

    private static final String DATA = "qihang.data";
    private static final String SIMULATOR_PORT = "qihang.simulator-port";
    private static final String S3_PORT = "qihang.s3-port";

    /** The demo names its folder by a system property; without one this is a test. */
    static EmbeddedSettings current() {
        String folder = System.getProperty(DATA);
        return folder == null
                ? new EmbeddedSettings(Path.of("target", "embedded").toAbsolutePath(), false)
                : new EmbeddedSettings(Path.of(folder).toAbsolutePath(), true);
    }

    Path postgresBinaries() {
        return data.resolve("postgres-binaries");
    }

    Path postgresData() {
        return data.resolve("postgres");
    }

    Path redis() {
        return data.resolve("redis");
    }

    Path simulator() {
        return data.resolve("wechat.jsonl");
    }

    /** The simulator's port: a fixed one in the demo, any free one in tests. */
    int simulatorPort() {
        return kept ? Integer.getInteger(SIMULATOR_PORT, 8082) : 0;
    }

    Path objects() {
        return data.resolve("objects");
    }

    /** The S3 server's port: a fixed one in the demo, for links are opened from outside; any free one in tests. */
    int s3Port() {
        return kept ? Integer.getInteger(S3_PORT, 8083) : 0;
    }

    Path secrets() {
        return data.resolve("secrets.properties");
    }
}
