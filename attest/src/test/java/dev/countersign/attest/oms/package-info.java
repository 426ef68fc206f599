@NullMarked
package dev.countersign.attest.oms;

import org.jspecify.annotations.NullMarked;
