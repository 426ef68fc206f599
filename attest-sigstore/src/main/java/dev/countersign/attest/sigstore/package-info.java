/** The Sigstore method of signing and verifying, with the libraries of the Sigstore project. */
@NullMarked
package dev.countersign.attest.sigstore;

import org.jspecify.annotations.NullMarked;
