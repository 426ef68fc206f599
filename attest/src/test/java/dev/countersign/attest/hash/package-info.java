@NullMarked
package dev.countersign.attest.hash;

import org.jspecify.annotations.NullMarked;
