package io.qihang.region;

import io.qihang.platform.RegionCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the region packs on the class path: each a folder with {@code pack.json} and data files. */
final class RegionPacks {

    private static final String HEAD = "pack.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final String root;

    RegionPacks(String root) {
        this.root = root;
    }

    private record Head(RegionCode code, String name, int version) {}

    /** All data files, those of one pack together, packs by their region's code: the whole country comes first. */
    List<PackFile> files() {
        try {
            List<PackFile> files = new ArrayList<>();
            for (Resource head : resources.getResources("classpath*:" + root + "/*/" + HEAD)) {
                files.addAll(files(head));
            }
            files.sort(
                    Comparator.comparing((PackFile it) -> it.region().value()).thenComparing(PackFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<PackFile> files(Resource headFile) throws IOException {
        String path = path(headFile);
        String pack = path.substring(0, path.indexOf('/'));
        Head head = head(pack, headFile);
        List<PackFile> files = new ArrayList<>();
        for (Resource file : resources.getResources("classpath*:" + root + "/" + pack + "/**/*.*")) {
            String name = path(file).substring(pack.length() + 1);
            if (name.equals(HEAD)) continue;
            files.add(new PackFile(pack, head.code(), head.version(), name, file.getContentAsByteArray()));
        }
        return files;
    }

    private String path(Resource file) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf("/" + root + "/") + root.length() + 2);
    }

    private static Head head(String pack, Resource file) throws IOException {
        try {
            Head head = JSON.readValue(file.getContentAsByteArray(), Head.class);
            if (head.version() < 1 || Arrays.asList(head.code(), head.name()).contains(null)) {
                throw new BadRegionPack(place(pack) + "要有 code（区划代码）、name（名称）和 version（从 1 起的整数）。");
            }
            return head;
        } catch (JacksonException e) {
            throw new BadRegionPack(place(pack) + "不是正确的 JSON，应有 code、name 和 version。", e);
        }
    }

    private static String place(String pack) {
        return "区域包 " + pack + " 的文件 " + HEAD + "：";
    }
}
