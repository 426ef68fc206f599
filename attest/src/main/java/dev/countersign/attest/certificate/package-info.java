/**
 * X.509 certificates: read them, and find out whether an authority stands behind one. Read {@link
 * dev.countersign.attest.certificate.CertificatePath} first.
 */
@NullMarked
package dev.countersign.attest.certificate;

import org.jspecify.annotations.NullMarked;
