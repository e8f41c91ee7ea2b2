package io.qihang.storage.domain;

import io.qihang.storage.ObjectStoreConnectionDetails;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The object store.
 *
 * @param publicEndpoint empty when phones reach it under the same address as the application
 */
@ConfigurationProperties("qihang.storage")
record ObjectStoreSettings(
        @DefaultValue("") String endpoint,
        @DefaultValue("") String publicEndpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("") String bucket,
        @DefaultValue("") String accessKey,
        @DefaultValue("") String secretKey)
        implements ObjectStoreConnectionDetails {

    ObjectStoreSettings {
        if (publicEndpoint.isBlank()) publicEndpoint = endpoint;
    }

    @Override
    public String toString() {
        return "ObjectStoreSettings[" + endpoint + ", " + publicEndpoint + ", " + bucket + "]";
    }
}
