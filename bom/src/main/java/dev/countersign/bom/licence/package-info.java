/** Licences as SPDX expressions. Read {@link dev.countersign.bom.licence.Licence} first. */
@NullMarked
package dev.countersign.bom.licence;

import org.jspecify.annotations.NullMarked;
