package io.qihang.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the same text sent twice to the same user. */
final class Duplicates {

    private record Key(String openid, String templateId, Map<String, String> data) {}

    private Duplicates() {}

    static List<Duplicate> in(List<Message> messages, Duration window) {
        Map<Key, List<Long>> times = new LinkedHashMap<>();
        for (Message message : messages) {
            times.computeIfAbsent(
                            new Key(message.openid(), message.templateId(), message.data()), key -> new ArrayList<>())
                    .add(message.at());
        }
        List<Duplicate> found = new ArrayList<>();
        times.forEach((key, at) -> {
            int count = mostWithin(at, window.toSeconds());
            if (count > 1) {
                found.add(new Duplicate(key.openid(), key.templateId(), hash(key.data()), count));
            }
        });
        return found;
    }

    private static int mostWithin(List<Long> unsorted, long seconds) {
        List<Long> at = unsorted.stream().sorted().toList();
        int most = 0;
        int from = 0;
        for (int to = 0; to < at.size(); to++) {
            while (at.get(to) - at.get(from) > seconds) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static String hash(Map<String, String> data) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(data.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
