package io.qihang.certificate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a certificate that was handed in. */
public record CertificateId(@JsonValue UUID value) {

    @JsonCreator
    public CertificateId {}

    /** Reads the id out of a path. */
    public static CertificateId of(String text) {
        return new CertificateId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
