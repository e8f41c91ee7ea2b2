/** Who a person is to the system and how they prove it: the rules of signing in, without framework or database. */
@NullMarked
package io.qihang.identity.domain;

import org.jspecify.annotations.NullMarked;
