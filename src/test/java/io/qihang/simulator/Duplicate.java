package io.qihang.simulator;

/**
 * The same text sent to the same user more than once within the asked window.
 *
 * @param dataHash the first 16 hex digits of the data's SHA-256
 * @param count the most copies found in any one window
 */
public record Duplicate(String openid, String templateId, String dataHash, int count) {}
