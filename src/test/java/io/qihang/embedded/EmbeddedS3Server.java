package io.qihang.embedded;

import io.qihang.storage.ObjectStoreConnectionDetails;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder, inside this JVM, with a key of its own and a private bucket. */
public final class EmbeddedS3Server {

    /** The settings under which its key is kept with the other secrets. */
    static final String ACCESS_KEY = "qihang.embedded.s3-access-key";

    static final String SECRET_KEY = "qihang.embedded.s3-secret-key";
    private static final String BUCKET = "qihang";

    private final S3Proxy server;
    private final String accessKey;
    private final String secretKey;

    private EmbeddedS3Server(S3Proxy server, String accessKey, String secretKey) {
        this.server = server;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** Starts on a thread of its own, while the application context is being built. */
    static CompletableFuture<EmbeddedS3Server> startAside(EmbeddedSettings settings) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                var secrets = EmbeddedSecrets.of(settings);
                return start(
                        settings, String.valueOf(secrets.get(ACCESS_KEY)), String.valueOf(secrets.get(SECRET_KEY)));
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
    }

    /** What a stranger may read of a bucket, the server tells by the rights of its folder. */
    private static EmbeddedS3Server start(EmbeddedSettings settings, String accessKey, String secretKey)
            throws IOException {
        Path folder = Files.createDirectories(settings.objects());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(folder.resolve(BUCKET), owner);
        var server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create("http://127.0.0.1:" + settings.s3Port()))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                .corsRules(pagesOfTheDemo())
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("S3 server did not start", e);
        }
        return new EmbeddedS3Server(server, accessKey, secretKey);
    }

    /** The demo's pages send files straight here, and open them here. */
    private static CrossOriginResourceSharing pagesOfTheDemo() {
        int port = Integer.getInteger("server.port", 8080);
        return new CrossOriginResourceSharing(
                List.of("http://127\\.0\\.0\\.1:" + port, "http://localhost:" + port),
                List.of("GET", "HEAD", "POST"),
                List.of("*"),
                List.of(),
                "false");
    }

    /** Where it answers and with which key. */
    ObjectStoreConnectionDetails details() {
        return new ObjectStoreConnectionDetails() {
            @Override
            public String endpoint() {
                return "http://127.0.0.1:" + server.getPort();
            }

            @Override
            public String publicEndpoint() {
                return endpoint();
            }

            @Override
            public String region() {
                return "us-east-1";
            }

            @Override
            public String bucket() {
                return BUCKET;
            }

            @Override
            public String accessKey() {
                return accessKey;
            }

            @Override
            public String secretKey() {
                return secretKey;
            }
        };
    }

    /** Ends it, without waiting for clients that hold their connection. */
    public void close() throws Exception {
        try {
            server.stop();
        } catch (TimeoutException stillConnected) {
            System.getLogger(EmbeddedS3Server.class.getName())
                    .log(System.Logger.Level.DEBUG, "clients were still connected", stillConnected);
        }
    }
}
