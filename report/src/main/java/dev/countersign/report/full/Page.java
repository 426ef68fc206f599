package dev.countersign.report.full;

import dev.countersign.assess.AssessedThreat;
import dev.countersign.assess.Assessment;
import dev.countersign.assess.Checked;
import dev.countersign.assess.next.Snippet;
import dev.countersign.derive.Threat;
import dev.countersign.model.Place;
import dev.countersign.model.SystemInfo;
import dev.countersign.report.Audience;
import dev.countersign.report.Report;
import dev.countersign.report.words.AnswerWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the templates of the full report are given: one report, ready to be written down. */
public final class Page {
  /** From here on a reader is told once what a class of attack is, not with each threat. */
  private static final int LARGE = 100;

  private final Report report;
  private final boolean print;
  private Optional<DiagramView> diagram = Optional.empty();
  private final References references = new References();
  private final Map<String, Threat> gravest = new TreeMap<>();

  /**
   * A page.
   *
   * @param report what it shows
   * @param print whether it is made for paper: nothing can be unfolded or scrolled there
   */
  Page(Report report, boolean print) {
    this.report = report;
    this.print = print;
    assessment()
        .threats()
        .forEach(it -> gravest.putIfAbsent(it.threat().family().id(), it.threat()));
  }

  /** What it shows. */
  public Report report() {
    return report;
  }

  /** Whether it is made for paper. */
  public boolean print() {
    return print;
  }

  /** The system with what is needed to explain it. */
  public Checked checked() {
    return report.checked();
  }

  /** What is known about the system. */
  public Assessment assessment() {
    return report.assessment();
  }

  /** The {@code system} section. */
  public SystemInfo info() {
    return assessment().system().info();
  }

  /** The sections that the reader needs. */
  public List<Section> sections() {
    return Section.of(report.audience());
  }

  /** Whether there is such a section on this page. */
  public boolean has(Section section) {
    return sections().contains(section);
  }

  /** The title of the document. */
  public String title() {
    return "Threat model of " + checked().id();
  }

  /** For whom it was made, if not for everybody. */
  public String edition() {
    Audience audience = report.audience();
    return audience == Audience.ALL
        ? "Full report"
        : "Report for " + audience.word() + ": " + audience.gets();
  }

  /** What stands at the head of every page of paper. */
  public String runningHead() {
    Audience audience = report.audience();
    return title() + (audience == Audience.ALL ? "" : ", for " + audience.word());
  }

  /** The verdict, counts and next steps. */
  public Summary summary() {
    return new Summary(this);
  }

  /** Whether the reader builds or secures the system, and so is told how to mend it. */
  public boolean forBuilders() {
    return switch (report.audience()) {
      case ALL, PLATFORM, SECURITY -> true;
      case POLICY, PROCUREMENT -> false;
    };
  }

  /** What the summary tells those who build nothing. */
  public Concerns concerns() {
    return new Concerns(this);
  }

  /** The diagram; drawn when somebody first asks. */
  public DiagramView diagram() {
    DiagramView drawn = diagram.orElseGet(() -> DiagramView.of(this));
    diagram = Optional.of(drawn);
    return drawn;
  }

  /** What the system decides and what that may cost. */
  public Decisions decisions() {
    return new Decisions(this);
  }

  /** The threats by stage. */
  public Register register() {
    return new Register(this);
  }

  /** The questions. */
  public List<QuestionView> questions() {
    return QuestionView.all(this);
  }

  /** The controls by element. */
  public List<ElementView> controls() {
    return ElementView.all(this);
  }

  /** What laws and frameworks ask. */
  public List<FrameworkView> obligations() {
    return FrameworkView.all(this);
  }

  /** What others supply. */
  public SupplyView supply() {
    return SupplyView.of(this);
  }

  /** What is wrong. */
  public Findings findings() {
    return new Findings(this);
  }

  /** The days on which something is due. */
  public Calendar calendar() {
    return new Calendar(this);
  }

  /** What changed and who signed. */
  public Changes changes() {
    return new Changes(this);
  }

  /** What the report rests on. */
  public Sources sources() {
    return new Sources(this);
  }

  /** Whether the page has a register that links can lead to. */
  public boolean linksThreats() {
    return has(Section.REGISTER);
  }

  /** Whether there are too many threats to repeat for each what holds for all of a family. */
  public boolean isLarge() {
    return assessment().threats().size() > LARGE;
  }

  /** The gravest threat of the same family. */
  Threat gravest(Threat threat) {
    return gravest.getOrDefault(threat.family().id(), threat);
  }

  /** A place, without its column. */
  public String at(Place place) {
    return place.file() + ":" + place.line();
  }

  /** Where links to a threat lead. */
  public static String anchor(String threat) {
    return "t-" + threat;
  }

  /** An id of a public catalogue. */
  Reference reference(String id) {
    return references.of(id);
  }

  /** Ids of public catalogues. */
  List<Reference> references(List<String> ids) {
    return references.of(ids);
  }

  References references() {
    return references;
  }

  /** Threats in one line each. */
  List<Line> lines(List<AssessedThreat> threats) {
    return threats.stream().map(Page::line).toList();
  }

  /** Threats of these ids in one line each; ids of threats that do not derive are left out. */
  List<Line> linesOf(List<String> ids) {
    return lines(ids.stream().flatMap(id -> checked().threat(id).stream()).distinct().toList());
  }

  /** The lines of a snippet, each without its line end. */
  static List<String> yaml(Snippet snippet) {
    return Stream.concat(
            Stream.of(snippet.section() + ":"),
            snippet.entries().stream().map(entry -> "  " + entry))
        .toList();
  }

  private static Line line(AssessedThreat threat) {
    return new Line(
        threat.threat().id(),
        threat.threat().family().title(),
        threat.threat().element().id(),
        threat.threat().rank().severity().word(),
        AnswerWords.state(threat.answer()),
        Tone.of(threat.answer().state()));
  }
}
