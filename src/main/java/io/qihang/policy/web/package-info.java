/** Policies over HTTP, for readers and for the bureau's desk. */
@NullMarked
package io.qihang.policy.web;

import org.jspecify.annotations.NullMarked;
