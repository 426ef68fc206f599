@NullMarked
package dev.countersign.attest.json;

import org.jspecify.annotations.NullMarked;
