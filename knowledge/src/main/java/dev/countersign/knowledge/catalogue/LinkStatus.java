package dev.countersign.knowledge.catalogue;

import java.util.Locale;

/** How settled a link is with the authority that claims it. */
public enum LinkStatus {
  /** Published by the authority as its own statement. */
  FINAL,
  /** Published as a draft, or as a proposed correction. */
  DRAFT,
  /** Published, but by now replaced. */
  SUPERSEDED,
  /** Made by others or by a machine, and reviewed by nobody who answers for it. */
  UNREVIEWED,
  /** Claimed by this project alone. */
  OURS;

  /** The word in the data. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
