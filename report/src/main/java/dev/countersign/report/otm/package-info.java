/**
 * Threat models in the Open Threat Model format, version 0.2, for tools such as IriusRisk. Read
 * {@link dev.countersign.report.otm.OtmFormat} first; {@code docs/exchange.md} has the mapping.
 */
@NullMarked
package dev.countersign.report.otm;

import org.jspecify.annotations.NullMarked;
