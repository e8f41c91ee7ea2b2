@NullMarked
package io.qihang.enterprise.web;

import org.jspecify.annotations.NullMarked;
