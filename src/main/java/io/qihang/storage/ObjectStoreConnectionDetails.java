package io.qihang.storage;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where the object store is and with which key. Read from the settings unless a primary bean says otherwise. */
public interface ObjectStoreConnectionDetails extends ConnectionDetails {

    /** Address under which the application reaches the store. */
    String endpoint();

    /** Address under which phones and browsers reach it; forms and links are signed for this one. */
    String publicEndpoint();

    /** The region the store signs with. */
    String region();

    /** The bucket; it exists and is private. */
    String bucket();

    String accessKey();

    /** Never logged, never sent anywhere. */
    String secretKey();
}
