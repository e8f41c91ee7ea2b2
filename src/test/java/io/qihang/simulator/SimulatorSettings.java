package io.qihang.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one simulator runs.
 *
 * @param appid the only mini-program it knows; another one is answered 40013
 * @param secret the AppSecret that belongs to it; another one is answered 40125
 * @param port the port on 127.0.0.1, or 0 for any free one
 * @param dataFile where state is kept across restarts, or null to forget it
 * @param clock the clock under the virtual clock
 * @param seed makes every id and every drawn fault repeatable, or null for unpredictable ones
 * @param releasedPages pages of the released version; when empty, pages are not checked, otherwise others get 41030
 * @param sensitiveWords a message holding one of them is answered 45168
 * @param journalCapacity how many of the newest calls the journal keeps
 */
public record SimulatorSettings(
        String appid,
        String secret,
        int port,
        @Nullable Path dataFile,
        Clock clock,
        @Nullable Long seed,
        Set<String> releasedPages,
        Set<String> sensitiveWords,
        int journalCapacity) {

    private static final int DEFAULT_JOURNAL_CAPACITY = 50_000;

    public SimulatorSettings {
        if (appid.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("appid 和 secret 不能为空。");
        }
        if (journalCapacity < 1) {
            throw new IllegalArgumentException("journalCapacity 至少为 1。");
        }
        releasedPages = Set.copyOf(releasedPages);
        sensitiveWords = Set.copyOf(sensitiveWords);
    }

    /** A simulator on any free port that forgets everything when closed. */
    public static SimulatorSettings of(String appid, String secret) {
        return new SimulatorSettings(
                appid, secret, 0, null, Clock.systemUTC(), null, Set.of(), Set.of(), DEFAULT_JOURNAL_CAPACITY);
    }

    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                appid, secret, newPort, dataFile, clock, seed, releasedPages, sensitiveWords, journalCapacity);
    }

    public SimulatorSettings withDataFile(Path newDataFile) {
        return new SimulatorSettings(
                appid, secret, port, newDataFile, clock, seed, releasedPages, sensitiveWords, journalCapacity);
    }

    public SimulatorSettings withClock(Clock newClock) {
        return new SimulatorSettings(
                appid, secret, port, dataFile, newClock, seed, releasedPages, sensitiveWords, journalCapacity);
    }

    public SimulatorSettings withSeed(long newSeed) {
        return new SimulatorSettings(
                appid, secret, port, dataFile, clock, newSeed, releasedPages, sensitiveWords, journalCapacity);
    }

    public SimulatorSettings withReleasedPages(Set<String> pages) {
        return new SimulatorSettings(
                appid, secret, port, dataFile, clock, seed, pages, sensitiveWords, journalCapacity);
    }

    public SimulatorSettings withSensitiveWords(Set<String> words) {
        return new SimulatorSettings(appid, secret, port, dataFile, clock, seed, releasedPages, words, journalCapacity);
    }

    public SimulatorSettings withJournalCapacity(int capacity) {
        return new SimulatorSettings(
                appid, secret, port, dataFile, clock, seed, releasedPages, sensitiveWords, capacity);
    }
}
