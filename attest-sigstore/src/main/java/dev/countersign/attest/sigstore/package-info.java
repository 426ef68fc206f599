/**
 * Sigstore by way of sigstore-java: who signed a bundle, judged offline by a given trusted root,
 * and signing with the identity that an OpenID provider vouches for. Read {@link
 * dev.countersign.attest.sigstore.Sigstore} first, then {@link
 * dev.countersign.attest.sigstore.OfflineVerifier}. Nothing else of Countersign sees sigstore-java.
 */
@NullMarked
package dev.countersign.attest.sigstore;

import org.jspecify.annotations.NullMarked;
