package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.agreement.Krippendorff;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.assessment.calibration.CalibrationView.CaseView;
import dev.skillladder.assessment.calibration.CalibrationView.ManagerVoice;
import dev.skillladder.assessment.calibration.CalibrationView.SkillAgreement;
import dev.skillladder.assessment.calibration.CaseVoices.Voice;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a session is about: who said what, and how far they agree. */
@Component
class ShowCalibration {

    /** Fewer peers than this are not shown, nor counted where their values could be worked out. */
    private static final int FEWEST_PEERS = 3;

    private final CaseVoices voices;
    private final Changes changes;
    private final KnownEngineers engineers;
    private final Blindness blindness;

    ShowCalibration(CaseVoices voices, Changes changes, KnownEngineers engineers, Blindness blindness) {
        this.blindness = blindness;
        this.voices = voices;
        this.changes = changes;
        this.engineers = engineers;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CalibrationView show(Caller caller, Calibration session) {
        Set<UUID> hidden = blindness.stillToReview(caller, session.people());
        Map<Case, List<Voice>> said = voices.of(session);
        said.replaceAll((about, raters) -> hidden.contains(about.engineer()) ? List.of() : raters);
        List<Change> made = changes.of(session.id()).stream()
                .filter(change -> !hidden.contains(change.engineer()))
                .toList();
        Map<UUID, KnownEngineer> known = engineers.find(people(said));
        return new CalibrationView(
                session,
                said.entrySet().stream()
                        .map(entry -> view(
                                entry.getKey(), hidden.contains(entry.getKey().engineer()), entry.getValue(), known))
                        .toList(),
                agreement(said, before(made)),
                made.stream().map(Change::shown).toList());
    }

    private static Set<UUID> people(Map<Case, List<Voice>> said) {
        Set<UUID> people = new HashSet<>();
        said.forEach((about, raters) -> {
            people.add(about.engineer());
            managers(raters).forEach(voice -> people.add(voice.rater()));
        });
        return people;
    }

    private static CaseView view(Case about, boolean hidden, List<Voice> raters, Map<UUID, KnownEngineer> known) {
        List<Voice> peers = peers(raters);
        return new CaseView(
                about.engineer(),
                name(known.get(about.engineer())),
                about.skill(),
                hidden,
                managers(raters).stream()
                        .map(voice -> new ManagerVoice(voice.rater(), name(known.get(voice.rater())), voice.value()))
                        .toList(),
                peers.size() < FEWEST_PEERS
                        ? null
                        : (Double) peers.stream()
                                .mapToDouble(Voice::value)
                                .average()
                                .orElseThrow(),
                peers.size());
    }

    /** What managers said before this session changed it. */
    private static Map<Rating, Double> before(List<Change> made) {
        Map<Rating, Double> before = new HashMap<>();
        made.stream()
                .filter(change -> change.state() == Change.State.APPLIED)
                .forEach(change -> before.putIfAbsent(
                        new Rating(new Case(change.engineer(), change.skill()), change.rater()),
                        change.agreedOn().value()));
        return before;
    }

    private static List<SkillAgreement> agreement(Map<Case, List<Voice>> said, Map<Rating, Double> before) {
        Map<String, List<List<Double>>> now = new TreeMap<>();
        Map<String, List<List<Double>>> then = new TreeMap<>();
        said.forEach((about, raters) -> {
            List<Voice> counted = peers(raters).size() < FEWEST_PEERS ? managers(raters) : raters;
            now.computeIfAbsent(about.skill(), _ -> new ArrayList<>())
                    .add(counted.stream().map(Voice::value).toList());
            then.computeIfAbsent(about.skill(), _ -> new ArrayList<>())
                    .add(counted.stream()
                            .map(voice -> before.getOrDefault(new Rating(about, voice.rater()), voice.value()))
                            .toList());
        });
        return now.entrySet().stream()
                .map(entry -> {
                    var alpha = Krippendorff.ordinal(entry.getValue());
                    var earlier = Krippendorff.ordinal(then.getOrDefault(entry.getKey(), List.of()));
                    return new SkillAgreement(
                            entry.getKey(), alpha.alpha(), earlier.alpha(), alpha.units(), alpha.ratings());
                })
                .toList();
    }

    private static List<Voice> managers(List<Voice> raters) {
        return raters.stream().filter(voice -> voice.kind() == Kind.MANAGER).toList();
    }

    private static List<Voice> peers(List<Voice> raters) {
        return raters.stream().filter(voice -> voice.kind() == Kind.PEER).toList();
    }

    private static @Nullable Text name(@Nullable KnownEngineer person) {
        return person == null ? null : person.name();
    }

    private record Rating(Case about, UUID rater) {}
}
