/** What requests cost, measured against a bare endpoint in the same run: {@code mvn -Pbench verify}. */
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
