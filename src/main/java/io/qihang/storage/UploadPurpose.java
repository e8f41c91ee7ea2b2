package io.qihang.storage;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a file is sent in for, and which kinds are taken for it. */
public enum UploadPurpose {
    CERTIFICATE("certificate", "证书影像", true),
    LICENCE("licence", "营业执照照片", false),
    TICKET("ticket", "诉求材料", true),
    EVIDENCE("evidence", "办理佐证", true),
    VISIT_PHOTO("visit", "走访照片", false);

    private final String folder;
    private final String label;
    private final boolean scans;

    UploadPurpose(String folder, String label, boolean scans) {
        this.folder = folder;
        this.label = label;
        this.scans = scans;
    }

    /** The first part of the keys of its objects. */
    public String folder() {
        return folder;
    }

    /** The Chinese words. */
    public String label() {
        return label;
    }

    /** Images are taken for every purpose, PDF scans for some. */
    public boolean takes(FileKind kind) {
        return scans || kind != FileKind.PDF;
    }

    /** The kinds that are taken, in Chinese. */
    public String kindsInWords() {
        return Arrays.stream(FileKind.values())
                .filter(this::takes)
                .map(FileKind::label)
                .collect(Collectors.joining("、"));
    }
}
