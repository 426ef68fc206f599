@NullMarked
package dev.countersign.attest;

import org.jspecify.annotations.NullMarked;
