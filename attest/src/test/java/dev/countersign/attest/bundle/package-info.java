@NullMarked
package dev.countersign.attest.bundle;

import org.jspecify.annotations.NullMarked;
