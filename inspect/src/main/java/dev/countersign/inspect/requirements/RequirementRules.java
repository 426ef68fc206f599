package dev.countersign.inspect.requirements;

import dev.countersign.inspect.Rule;

/** What can be found in lists of what is to be installed. */
final class RequirementRules {
  static final Rule INDEX =
      Rule.suspicious(
              "requirements-index",
              "Packages are to come from an index that is not a public one.",
              "Whoever runs that index, or a name on it that shadows a public one, runs code at the"
                  + " installation.",
              "Install from the index of your organisation, with hashes.")
          .see("CWE-427", "CWE-829");

  static final Rule PLACE =
      Rule.suspicious(
              "requirements-address",
              "A package is to come from an address that is not of a known host, or not protected on its way.",
              "What is there that day runs at the installation.",
              "Install a published version, with its hash.")
          .see("CWE-494", "CWE-829");

  static final Rule KNOWN_PLACE =
      Rule.note(
          "requirements-direct",
          "A package is to come from a repository or an address, and not from an index.",
          "What is there that day runs at the installation.",
          "Pin it to a commit or a hash.");

  static final Rule OPTION =
      Rule.suspicious(
              "requirements-option",
              "The list switches a protection of the installer off, or runs code of its own.",
              "Packages can be exchanged on their way.",
              "Take the option out.")
          .see("CWE-295");

  private RequirementRules() {}
}
