package dev.countersign.watch.baseline;

/**
 * How thresholds were found.
 *
 * @param budget how many false alarms a benign client may cause a day, as the user asked
 * @param clients how many clients the log had
 * @param clientDays how many days of clients thresholds were found on
 * @param estimated how many false alarms a client-day has with these thresholds, on client-days
 *     that thresholds were not found on
 * @param atMost the upper end of that estimate's 95 % interval, over clients: days of one client
 *     count as one draw
 * @param heldOut how many client-days that was measured on; where it was none of them, nothing was
 *     measured
 * @param extrapolated whether the budget is smaller than what so many client-days can show, so that
 *     thresholds lie beyond what was seen
 */
public record Calibration(
    double budget,
    int clients,
    int clientDays,
    double estimated,
    double atMost,
    int heldOut,
    boolean extrapolated) {}
