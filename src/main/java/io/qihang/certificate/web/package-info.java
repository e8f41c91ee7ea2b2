/** Certificates over HTTP: for enterprises on the phone, for officers on the console. */
@NullMarked
package io.qihang.certificate.web;

import org.jspecify.annotations.NullMarked;
