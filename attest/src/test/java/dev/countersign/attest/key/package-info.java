@NullMarked
package dev.countersign.attest.key;

import org.jspecify.annotations.NullMarked;
