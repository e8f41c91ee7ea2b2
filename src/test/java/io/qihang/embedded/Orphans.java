package io.qihang.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the servers a JVM killed with -9 left behind: they hold the data folder and would block the next start. */
final class Orphans {

    private static final Logger log = LoggerFactory.getLogger(Orphans.class);

    private Orphans() {}

    /**
     * Ends the process whose number stands in the file's first line, if it still is a server of that name at work in the
     * file's folder: in a copied folder the number is that of another's server.
     */
    static void end(Path pidFile, String name) throws IOException {
        if (!Files.exists(pidFile)) return;
        String first =
                Files.readAllLines(pidFile).stream().findFirst().orElse("").trim();
        if (!first.matches("\\d+")) return;
        Optional<ProcessHandle> orphan =
                ProcessHandle.of(Long.parseLong(first)).filter(it -> isNamed(it, name) && worksIn(it, pidFile));
        if (orphan.isPresent()) {
            log.info("ending {} {} left by a killed run", name, first);
            end(orphan.get());
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.info("{} does not end by itself, killing it", process.pid());
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path pidFile) {
        try {
            Path folder = Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"));
            return Files.isSameFile(folder, pidFile.toAbsolutePath().getParent());
        } catch (IOException e) {
            log.debug("process {} is gone", process.pid(), e);
            return false;
        }
    }

    private static boolean isNamed(ProcessHandle process, String name) {
        Path commandLine = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return Files.readString(commandLine).contains(name);
        } catch (IOException e) {
            log.debug("process {} is gone", process.pid(), e);
            return false;
        }
    }
}
