/** Tests of the rules of signing in. */
@NullMarked
package io.qihang.identity.domain;

import org.jspecify.annotations.NullMarked;
