@NullMarked
package io.qihang.visit.web;

import org.jspecify.annotations.NullMarked;
