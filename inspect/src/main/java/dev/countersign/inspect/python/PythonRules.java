package dev.countersign.inspect.python;

import dev.countersign.inspect.Rule;

/** What can be found in Python source. */
final class PythonRules {
  private static final String READ_IT =
      "Read the code. If the model does not need it, leave it out; if it does, run it only where it"
          + " can do no harm.";

  static final Rule CODE =
      Rule.note(
          "python-code",
          "Python source stands with the model.",
          "Whoever imports it, as frameworks do with code that a configuration names, runs it.",
          "Load models without their code where that is possible.");

  static final Rule COMMAND =
      Rule.malicious(
              "python-command",
              "The code runs programs of the machine.",
              "Whoever imports or uses it lets it run any command.",
              READ_IT)
          .see("CWE-78", "AML.T0011.000");

  static final Rule INSTALL =
      Rule.suspicious(
              "python-install",
              "The code installs software.",
              "What it installs is fetched from the network and runs on this machine.",
              "Install what the model needs beforehand, from a lock file, and take this out.")
          .see("CWE-829");

  static final Rule HARMLESS_COMMAND =
      Rule.note(
          "python-asks-machine",
          "The code asks a program of the machine about its hardware or versions.",
          "A program whose name is fixed in the code runs.",
          "None is needed, unless it is not what you expect of a model.");

  static final Rule HIDDEN =
      Rule.malicious(
              "python-hidden-code",
              "The code runs code that it decodes, fetches or takes from bytes.",
              "What runs is not what stands there to be read.",
              READ_IT)
          .see("CWE-506", "AML.T0011.000");

  static final Rule EVAL =
      Rule.suspicious(
              "python-eval",
              "The code runs text as code.",
              "Whoever has a say in that text runs what they like.",
              "Replace it by what does not run text, as a table of the names that are allowed.")
          .see("CWE-95");

  static final Rule EVAL_TEXT =
      Rule.note(
          "python-eval-text",
          "The code runs a text that stands in it as code; that text was looked at as well.",
          "It is as if the text stood there without being run.",
          "None is needed.");

  static final Rule NATIVE =
      Rule.malicious(
              "python-native",
              "The code calls into native libraries past Python.",
              "Native code does anything that the process may do.",
              READ_IT)
          .see("CWE-829");

  static final Rule BUILDS =
      Rule.suspicious(
              "python-builds-native",
              "The code compiles or loads native operators.",
              "Native code that comes with the model runs in the process.",
              "Use an implementation of the operators from a package that you trust.")
          .see("CWE-829");

  static final Rule SOCKET =
      Rule.suspicious(
              "python-socket",
              "The code opens network connections of its own.",
              "Data can leave the machine, and orders can come in.",
              READ_IT)
          .see("CWE-829");

  static final Rule BACKDOOR =
      Rule.malicious(
              "python-backdoor",
              "The code joins its input and output to a connection.",
              "Whoever is at the other end can work on this machine.",
              READ_IT)
          .see("CWE-506");

  static final Rule REDIRECTS =
      Rule.suspicious(
              "python-redirects",
              "The code changes where the input and output of the process go.",
              "Joined to a connection, whoever is at the other end can work on this machine.",
              READ_IT)
          .see("CWE-506");

  static final Rule NETWORK_AT_IMPORT =
      Rule.suspicious(
              "python-network-at-import",
              "The code talks to another host as soon as it is imported.",
              "That host learns who loads the model, and can send what it likes.",
              READ_IT)
          .see("CWE-829");

  static final Rule NETWORK =
      Rule.note(
          "python-network",
          "A function of the code can ask another host.",
          "When the function is used, that host learns of it, and its answer is used.",
          "Run it where it can reach only the hosts that it needs.");

  static final Rule EXFILTRATION =
      Rule.malicious(
              "python-exfiltration",
              "The code sends secrets to another host, or talks to a place that is made to collect them.",
              "Keys and variables of the environment leave the machine.",
              READ_IT)
          .see("CWE-200", "AML.T0025");

  static final Rule SECRETS =
      Rule.malicious(
              "python-secret-file",
              "The code opens a file that holds secrets, or that runs at the next log-in.",
              "Keys leave, or a way in stays.",
              READ_IT)
          .see("CWE-200", "CWE-506");

  static final Rule UNPICKLES_FETCHED =
      Rule.malicious(
              "python-unpickles-hidden",
              "The code unpickles what it decodes or fetches.",
              "A pickle runs code while it is read.",
              READ_IT)
          .see("CWE-502");

  static final Rule UNPICKLES =
      Rule.note(
          "python-unpickles",
          "A function of the code unpickles.",
          "The pickle that it is given can run code.",
          "Inspect the pickles that it reads, or use a format that holds only numbers.");

  static final Rule DESTROYS =
      Rule.suspicious(
              "python-changes-files",
              "The code deletes, moves or changes the rights of files as soon as it is imported.",
              "Files of whoever loads the model change.",
              READ_IT)
          .see("CWE-73");

  static final Rule WRITES =
      Rule.suspicious(
              "python-writes",
              "The code writes to a fixed place outside of the model as soon as it is imported.",
              "What is written there can run later.",
              READ_IT)
          .see("CWE-73");

  static final Rule COMPUTED =
      Rule.suspicious(
              "python-computed-name",
              "The code takes a function of the operating system by a name that it computes.",
              "Which function is called is not what stands there to be read.",
              READ_IT)
          .see("CWE-506");

  static final Rule INTROSPECTION =
      Rule.malicious(
              "python-gadget",
              "The code climbs from an object to the interpreter's own functions.",
              "It reaches functions without naming the module that they are in; only code that hides"
                  + " does so.",
              READ_IT)
          .see("CWE-506");

  static final Rule ENCODING =
      Rule.malicious(
              "python-encoding",
              "The source says that it is in an encoding that hides what it says.",
              "Python decodes it first; what a reader sees is not what runs.",
              "Do not import it.")
          .see("CWE-506");

  static final Rule BIDI =
      Rule.suspicious(
              "python-misleading-text",
              "Characters change the order in which the source is shown, or code stands far to the right.",
              "What a reader sees is not what runs.",
              "Remove these characters, then read it again.")
          .see("CVE-2021-42574");

  static final Rule TOO_DEEP =
      Rule.suspicious(
          "python-too-deep",
          "Expressions nest deeper than was looked at.",
          "What is inside of them may call anything.",
          "Do not import it before somebody has read it.");

  private PythonRules() {}
}
