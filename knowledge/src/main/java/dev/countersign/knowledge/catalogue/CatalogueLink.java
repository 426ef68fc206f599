package dev.countersign.knowledge.catalogue;

import java.util.Optional;

/**
 * A claim by somebody that two entries belong together. Two links must not be composed in silence:
 * the result would be a claim that nobody has made.
 *
 * @param kind what the link says
 * @param to id of the other entry
 * @param authority whose claim it is
 * @param status how settled it is there
 * @param edition the edition of the other catalogue that the authority had in view; empty where it
 *     is the catalogue of the link itself, or the authority does not say
 * @param external whether the other entry is in none of the bundled catalogues
 * @param note what the authority says about it, one paragraph
 */
public record CatalogueLink(
    LinkKind kind,
    String to,
    String authority,
    LinkStatus status,
    Optional<String> edition,
    boolean external,
    Optional<String> note) {

  /** A link within a catalogue, or one whose edition the authority does not say. */
  public static CatalogueLink of(LinkKind kind, String to, String authority, LinkStatus status) {
    return new CatalogueLink(
        kind, to, authority, status, Optional.empty(), false, Optional.empty());
  }

  /** The same with the edition that the authority had in view. */
  public CatalogueLink of(String edition) {
    return new CatalogueLink(kind, to, authority, status, Optional.of(edition), external, note);
  }

  /** The same with what the authority says about it; nothing, if that is blank. */
  public CatalogueLink saying(String text) {
    Optional<String> said = text.isBlank() ? Optional.empty() : Optional.of(text);
    return new CatalogueLink(kind, to, authority, status, edition, external, said);
  }

  /** The same, said to lead out of the bundled catalogues or not. */
  public CatalogueLink external(boolean leadsOut) {
    return new CatalogueLink(kind, to, authority, status, edition, leadsOut, note);
  }
}
