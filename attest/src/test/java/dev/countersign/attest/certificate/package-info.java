@NullMarked
package dev.countersign.attest.certificate;

import org.jspecify.annotations.NullMarked;
