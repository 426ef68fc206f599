@NullMarked
package dev.countersign.attest.dsse;

import org.jspecify.annotations.NullMarked;
