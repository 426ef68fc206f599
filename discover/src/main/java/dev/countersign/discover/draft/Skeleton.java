package dev.countersign.discover.draft;

import dev.countersign.model.SystemInfo;

/** The parts of a threat model that no file of a repository tells, as comments to fill in. */
public final class Skeleton {
  static final String MODELINE =
      """
      # yaml-language-server: $schema=countersign.schema.json
      """;

  static final String ACTORS =
      """

      # No file says who uses the system, nor what they gain when it is wrong. Name them, then let
      # components have `callers` and datasets `writers`. Trust: public, customer, partner, staff, operator.
      # actors:
      #   customer: { trust: customer, gains: what a wrong answer gives them }
      #   engineer: staff
      """;

  static final String DECISIONS =
      """

      # No file says what follows from an answer, and what a wrong one costs. It ranks every threat.
      # decisions:
      #   what-it-decides:
      #     by: the-id-of-a-model
      #     automation: automatic               # advisory, human-approves, human-overrides, automatic
      #     reversible: partly                  # yes, partly, no
      #     if-wrong: { financial: 40 EUR, per: decision }
      """;

  private Skeleton() {}

  /**
   * A file to start from where nothing was found: it reads as a system without elements.
   *
   * @param id of the system
   */
  public static String of(String id) {
    return MODELINE
        + """
        # A threat model to fill in. Remove the comment signs from what your system has.
        # A key left out means "nobody has said", and `countersign check` asks. `none` means "nobody".
        countersign: 1

        system:
        """
        + "  id: "
        + id
        + "\n  purpose: "
        + SystemInfo.PURPOSE_TO_WRITE
        + """

        #  ml-lead: who signs for the model
        #  security-lead: who signs for security
        """
        + ACTORS
        + """

        # datasets:
        #   training-data:
        #     origin: production-logs             # first-party, purchased, scraped, public, user-submitted, ...
        #     writers: [customer]                 # who can make items appear or change
        #     files: data/*.csv

        # models:
        #   the-model:
        #     task: classification                # detection, regression, ranking, embedding, generation, ...
        #     origin: trained-here                # fine-tuned-here, vendor, open-weights, hosted
        #     trained-on: [training-data]

        # components:
        #   the-service:
        #     runs: the-model
        #     callers: [customer]
        #     interface: [api]
        """
        + DECISIONS;
  }
}
