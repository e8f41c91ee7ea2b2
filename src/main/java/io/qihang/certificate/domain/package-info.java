/** The certificate, what happens to it, and the facts it proves. */
@NullMarked
package io.qihang.certificate.domain;

import org.jspecify.annotations.NullMarked;
