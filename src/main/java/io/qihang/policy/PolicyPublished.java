package io.qihang.policy;

/**
 * An officer has published a policy. Not raised when a region pack is imported.
 *
 * @param policy which one
 * @param schemaVersion form of this event
 */
public record PolicyPublished(PolicyId policy, int schemaVersion) {

    public PolicyPublished(PolicyId policy) {
        this(policy, 1);
    }
}
