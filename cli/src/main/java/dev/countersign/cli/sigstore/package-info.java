/**
 * Sigstore, loaded when it is asked for. Read {@link
 * dev.countersign.cli.sigstore.SigstoreOnDemand}.
 */
@NullMarked
package dev.countersign.cli.sigstore;

import org.jspecify.annotations.NullMarked;
