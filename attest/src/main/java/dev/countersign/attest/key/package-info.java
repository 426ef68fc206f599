/**
 * Keys: read, made, written and named. Read {@link dev.countersign.attest.key.PublicKeys} first.
 * What the JDK has is used; Bouncy Castle reads and writes the forms of keys that it lacks.
 */
@NullMarked
package dev.countersign.attest.key;

import org.jspecify.annotations.NullMarked;
