/**
 * Bills as SPDX 3.0.1 with its profiles for AI and datasets. Read {@link
 * dev.countersign.bom.spdx.SpdxWriter} first.
 */
@NullMarked
package dev.countersign.bom.spdx;

import org.jspecify.annotations.NullMarked;
