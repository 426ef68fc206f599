package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptProfile;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import dev.countersign.guard.tool.ToolGate;
import java.util.Optional;

/** The gates of {@code guard}. */
public final class StandardGates implements GateMaker {
  @Override
  public GateSet add(GateSet gates, GateConfig config, Optional<ProfileFile> profile)
      throws UnusableProfile {
    Action action = Action.of(config);
    return switch (config.gate()) {
      case INPUT ->
          gates.withInputs(
              new InputRows(
                  InputGate.withoutModel(needed(profile).profile(), gates.fail()), action));
      case PROMPT -> gates.withPrompts(new PromptTexts(prompt(profile), action));
      case OUTPUT -> output(gates, config, profile, action);
      case TOOL ->
          gates.withCalls(
              new ToolCalls(
                  ToolGate.of(needed(profile)),
                  "flag".equals(config.options().get("ask")),
                  action));
    };
  }

  private static PromptGate prompt(Optional<ProfileFile> profile) throws UnusableProfile {
    return profile.isPresent()
        ? PromptProfile.of(profile.get().profile()).gate(NgramClassifier.shipped())
        : PromptGate.standard();
  }

  private static GateSet output(
      GateSet gates, GateConfig config, Optional<ProfileFile> profile, Action action)
      throws UnusableProfile {
    String word = config.options().getOrDefault("destination", Destination.MARKDOWN.word());
    Destination destination =
        Destination.of(word)
            .orElseThrow(() ->
                new UnusableProfile(
                    "No output goes to a destination \"%s\". Name one of those in docs/guard-output.md."
                        .formatted(word)));
    OutputGate gate =
        profile.isPresent() ? OutputGate.of(profile.get().profile()) : OutputGate.standard();
    return gates
        .withTexts(new OutputTexts(gate, destination, action))
        .withNumbers(new OutputNumbers(gate, destination, action));
  }

  private static ProfileFile needed(Optional<ProfileFile> profile) throws UnusableProfile {
    return profile.orElseThrow(() -> new UnusableProfile("The gate has no profile."));
  }
}
