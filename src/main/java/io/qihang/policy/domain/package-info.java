/** What a policy says, whom it concerns, and its life from draft to replacement. */
@NullMarked
package io.qihang.policy.domain;

import org.jspecify.annotations.NullMarked;
