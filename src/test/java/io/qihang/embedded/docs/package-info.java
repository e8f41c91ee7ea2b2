/** The papers of the API as pages a browser shows; part of the demo, never of the production jar. */
@NullMarked
package io.qihang.embedded.docs;

import org.jspecify.annotations.NullMarked;
