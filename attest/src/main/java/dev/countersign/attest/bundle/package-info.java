/**
 * Sigstore bundles (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto): an envelope
 * with what is needed to verify it. Read {@link dev.countersign.attest.bundle.Bundle} first.
 */
@NullMarked
package dev.countersign.attest.bundle;

import org.jspecify.annotations.NullMarked;
