package io.qihang.storage.domain;

import java.awt.geom.AffineTransform;

/** How a camera was held, after EXIF: the pixels are mirrored and turned by quarters before they are seen. */
enum Orientation {
    UPRIGHT(false, 0),
    MIRRORED(true, 0),
    HALF_TURN(false, 2),
    MIRRORED_HALF_TURN(true, 2),
    MIRRORED_QUARTER_BACK(true, 3),
    QUARTER(false, 1),
    MIRRORED_QUARTER(true, 1),
    QUARTER_BACK(false, 3);

    private final boolean mirrored;
    private final int quarters;

    Orientation(boolean mirrored, int quarters) {
        this.mirrored = mirrored;
        this.quarters = quarters;
    }

    /** What a JPEG file says of itself; upright when it says nothing. */
    static Orientation of(byte[] jpeg) {
        int noted = JpegSegments.orientation(jpeg).orElse(1);
        return noted >= 1 && noted <= values().length ? values()[noted - 1] : UPRIGHT;
    }

    boolean swapsSides() {
        return quarters % 2 == 1;
    }

    /** Mirrors left and right where needed, then turns clockwise. */
    AffineTransform transform(int width, int height) {
        var transform = new AffineTransform();
        transform.translate((swapsSides() ? height : width) / 2.0, (swapsSides() ? width : height) / 2.0);
        transform.quadrantRotate(quarters);
        if (mirrored) transform.scale(-1, 1);
        transform.translate(-width / 2.0, -height / 2.0);
        return transform;
    }
}
