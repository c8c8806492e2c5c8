package org.anchang.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What holds for the structure of every service; a service's `ArchitectureTest` extends it and names its
/// package. The classes are read once for all rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureRules {
    private static final String REST_CLIENT = "org.eclipse.microprofile.rest.client.inject.RegisterRestClient";
    private static final Map<String, String> KIT_TRANSACTIONS = Map.ofEntries(
            entry("Asking", "commands"),
            entry("SnapshotInterceptor", "answers"),
            entry("Slices", "sweeps"),
            entry("LongWork", "work on whole tables"),
            entry("Inbox", "events"),
            entry("ReadingAlone", "an event that failed among others"),
            entry("ParkedEventsRetry", "events that wait, and how many do"),
            entry("ParkedEventsResource", "an operator's command without a key"),
            entry("RotatingKeys", "an operator's command without a key"),
            entry("Relay", "a batch of the outbox"),
            entry("Onlookers", "what those who look on are shown"),
            entry("DataKeys", "the first keys of a database"),
            entry("ExportTasks", "the lease of an export, beside the moment that it reads"),
            entry("WritingExports", "looks, kept before what is looked at is written"),
            entry("PaperDesk", "a batch of a list that is streamed"));
    private static final Pattern ACT = Pattern.compile("^[A-Z][a-z]+ing([A-Z]|$)");
    private static final String REPOSITORY = "io.quarkus.hibernate.orm.panache.PanacheRepositoryBase";
    private static final String DATABASE = "org.anchang.kit.sql.Database";
    private static final Set<String> ROWS_BY_HAND =
            Set.of("java.sql.ResultSet", "javax.sql.DataSource", "io.agroal.api.AgroalDataSource");
    private static final Pattern RULE = Pattern.compile("[A-Z]{3}-[0-9]+");
    private static final Set<String> NO_RULES = Set.of("SHA-256", "UTF-8");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final String root;

    /// The service's classes, without its tests.
    protected final JavaClasses service;

    /// Those that it has in common with all others.
    private final JavaClasses kit;

    /// @param root the service's package, e.g. `org.anchang.deal`
    protected ArchitectureRules(String root) {
        this(root, mainCode(root));
    }

    ArchitectureRules(String root, JavaClasses service) {
        this.root = root;
        this.service = service;
        this.kit = mainCode("org.anchang.kit");
    }

    private static JavaClasses mainCode(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    @Test
    @DisplayName("a service knows no other service, only the kit and the events")
    void knowsNoOtherService() {
        noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("another service") {
                    @Override
                    public boolean test(JavaClass type) {
                        var name = type.getPackageName();
                        return name.startsWith("org.anchang.")
                                && !name.startsWith(root)
                                && !name.startsWith("org.anchang.kit")
                                && !name.startsWith("org.anchang.events");
                    }
                })
                .check(service);
    }

    @Test
    @DisplayName("packages have no cycles, the service's root among them")
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(service);
    }

    @Test
    @DisplayName("entities know neither REST nor Kafka nor injection")
    void entitiesAreFreeOfFrameworks() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.apache.kafka..", "jakarta.inject..", "io.quarkus..")
                .allowEmptyShould(true)
                .check(service);
    }

    /// What a command does stands in a class that is named for the doing, what is read in a repository.
    @Test
    @DisplayName("a resource has no database, no outbox: it asks and answers")
    void resourcesCarryNothingOut() {
        var rule = noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(String.join(
                        "|",
                        "javax?\\.sql\\..*",
                        "org\\.hibernate\\..*",
                        "jakarta\\.persistence\\.EntityManager",
                        "jakarta\\.enterprise\\.event\\.Event",
                        "org\\.anchang\\.kit\\.outbox\\.Outbox",
                        "org\\.anchang\\.kit\\.sql\\.Database"))
                .allowEmptyShould(true);
        rule.check(service);
        rule.check(kit);
    }

    /// Acts, which are named for the doing, ask who calls and hand the scope on.
    @Test
    @DisplayName("SEC-1 what is no act and reads tables takes the scope that it reads by; it does not ask who calls")
    void repositoriesTakeTheScope() {
        var asking = service.stream()
                .filter(type -> !ACT.matcher(type.getSimpleName()).find())
                .filter(type -> type.isAssignableTo(REPOSITORY)
                        || type.getFields().stream()
                                .anyMatch(field -> field.getRawType().getName().equals(DATABASE)))
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getName().equals("scope")
                                && call.getTargetOwner().getName().equals("org.anchang.kit.identity.Caller")))
                .map(JavaClass::getSimpleName);

        assertThat(asking)
                .containsExactlyInAnyOrderElementsOf(readsByItsOwnScope().keySet());
    }

    /// Who of this service asks for the scope beside its statements, and the reason. Nothing may come to it.
    protected Map<String, String> readsByItsOwnScope() {
        return Map.of();
    }

    @Test
    @DisplayName("rows are records by name: nothing goes to the database but by the kit's one way and by entities")
    void rowsAreRecords() {
        var reading = service.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(it -> ROWS_BY_HAND.contains(
                                        it.getTargetClass().getName()))
                        || type.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> call.getName().equals("createNativeQuery")))
                .map(JavaClass::getSimpleName);

        assertThat(reading).containsExactlyInAnyOrderElementsOf(rowsByHand().keySet());
    }

    /// Who of this service goes to the database in another way, and the reason. Nothing may come to it.
    protected Map<String, String> rowsByHand() {
        return Map.of();
    }

    /// A case that comes to an enum or a sealed type, of events above all, is one that the compiler asks for; not where
    /// it comes to a group of events that is named whole.
    @Test
    @DisplayName("a switch over an enum or a sealed type of ours names every case and has no default")
    void everyCaseIsNamed() {
        var switches = new OpenSwitches("org.anchang.");

        assertThat(switches.in(service))
                .containsExactlyInAnyOrderElementsOf(openSwitches().keySet());
        assertThat(switches.in(kit)).isEmpty();
    }

    /// The methods of this service, e.g. `Deals.due`, that leave cases to a default, and the reason. Nothing
    /// may come to it.
    protected Map<String, String> openSwitches() {
        return Map.of();
    }

    @Test
    @DisplayName("refusals are tried in the order in which their enum declares them")
    void refusalsKeepTheirOrder() {
        var other = new OrderOfRefusals("org.anchang.kit.problem.Refusal").otherIn(service);

        assertThat(other.keySet())
                .as(() -> "tried in another order: " + other)
                .containsExactlyInAnyOrderElementsOf(otherOrders().keySet());
    }

    /// The methods of this service, e.g. `Deal.swapTo`, that try refusals in another order, and the reason. Nothing may
    /// come to it.
    protected Map<String, String> otherOrders() {
        return Map.of();
    }

    @Test
    @DisplayName("no id of a rule is written as a text: Rule has them all")
    void rulesAreConstants() {
        var written = Stream.of(service, kit)
                .flatMap(Compiled::of)
                .flatMap(Compiled::texts)
                .filter(text -> RULE.matcher(text).matches() && !NO_RULES.contains(text));

        assertThat(written).isEmpty();
    }

    @Test
    @DisplayName("what is offered is a command of a published document, to those who may send it")
    void offersAreOfDocuments() {
        var documents = InterfaceDocument.published();
        var own = documents.get(directory());

        assertThat(OfferConstants.of(service)).allSatisfy(offer -> {
            var inOwn = own == null ? Optional.<Operation>empty() : offer.in(own);
            var found = inOwn.or(() -> documents.values().stream()
                    .flatMap(one -> offer.in(one).stream())
                    .findFirst());
            assertThat(found).as(offer.toString()).isPresent();
            assertThat(offer.isFor(found.get(), inOwn.isEmpty()))
                    .as(offer + " is for " + found.get().roles())
                    .isTrue();
        });
    }

    /// The other half of what [MissedOffers] proves.
    @Test
    @DisplayName("every command is offered by some answer, or stands by name among those that are offered nowhere")
    void everyCommandIsOffered() {
        var own = InterfaceDocument.published().get(directory());
        if (own == null) {
            return;
        }
        var commands = own.operations().stream().filter(Operation::isCommand).toList();
        var offered = OfferConstants.of(service).stream()
                .flatMap(offer -> offer.in(own).stream())
                .map(Operation::id)
                .collect(Collectors.toSet());
        var notOffered = commands.stream().map(Operation::id).filter(id -> !offered.contains(id));

        assertThat(notOffered.filter(id -> !MissedOffers.OF_THE_KIT.containsKey(id)))
                .containsExactlyInAnyOrderElementsOf(
                        MissedOffers.nowhereOffered().keySet());
    }

    @Test
    @DisplayName("no name of an offer is one that nothing offers")
    void namesAreOffered() {
        var unused = service.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo("org.anchang.kit.ActionName"))
                .flatMap(type -> type.getFields().stream())
                .filter(name -> name.getRawType().equals(name.getOwner()))
                .filter(name -> name.getAccessesToSelf().stream()
                        .allMatch(access -> access.getOriginOwner().equals(name.getOwner())));

        assertThat(unused).isEmpty();
    }

    private static String directory() {
        return Path.of("").toAbsolutePath().getFileName().toString();
    }

    /// A transaction that waits for another service holds a connection and its locks as long. Whoever asks
    /// says so, and is refused in a transaction.
    @Test
    @DisplayName("a neighbour is asked outside of transactions: who asks it is @Transactional(NEVER)")
    void neighboursAreAskedBeforeTransactions() {
        var asking = service.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .anyMatch(target -> target.isAnnotatedWith(REST_CLIENT) && !isPartOf(type, target)))
                .filter(type -> !joining(type).toList().equals(List.of("NEVER")))
                .map(JavaClass::getName);

        assertThat(asking).as("may be asked in a transaction").isEmpty();
    }

    private static boolean isPartOf(JavaClass type, JavaClass whole) {
        return type.equals(whole) || type.getName().startsWith(whole.getName() + "$");
    }

    /// A command's transaction is opened by `@Idempotent` (`Asking` where it asks first), an answer's by
    /// `@Snapshot`, a sweep's by `Slices`, that of work on whole tables by `LongWork`, that of an event by
    /// the inbox: all else joins.
    @Test
    @DisplayName("nobody opens a transaction but the kit's mechanisms, each in its one way")
    void transactionsAreOpenedInOneWay() {
        var openers = service.stream()
                .filter(type -> opensItself(type) || usesSlices(type) && !isSweeping(type))
                .map(JavaClass::getSimpleName);
        assertThat(openers)
                .containsExactlyInAnyOrderElementsOf(openTransactions().keySet());

        var ofKit = kit.stream().filter(ArchitectureRules::opensItself).map(JavaClass::getSimpleName);
        assertThat(ofKit).isSubsetOf(KIT_TRANSACTIONS.keySet());
    }

    /// Who of this service opens a transaction for a reason of its own, and the reason. Nothing may come to
    /// it.
    protected Map<String, String> openTransactions() {
        return Map.of();
    }

    private static boolean opensItself(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it ->
                                it.getTargetClass().getName().equals("io.quarkus.narayana.jta.QuarkusTransaction"))
                || Stream.concat(Stream.of(type), type.getMethods().stream())
                        .flatMap(ArchitectureRules::joining)
                        .anyMatch(it -> !it.equals("MANDATORY") && !it.equals("NEVER"));
    }

    /// How it stands to transactions, if it says so itself.
    private static Stream<String> joining(HasAnnotations<?> member) {
        return member.tryGetAnnotationOfType("jakarta.transaction.Transactional").stream()
                .flatMap(it -> it.get("value").stream())
                .map(it -> ((JavaEnumConstant) it).name());
    }

    private static boolean usesSlices(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(it -> it.getTargetClass().getName().equals("org.anchang.kit.sweep.Slices"));
    }

    private static boolean isSweeping(JavaClass type) {
        return type.isAssignableTo("org.anchang.kit.sweep.Sweep")
                || type.getMethods().stream().anyMatch(it -> it.isAnnotatedWith("io.quarkus.scheduler.Scheduled"));
    }

    /// Several questions in a transaction see what was written between them: a sum that is not its lines.
    @Test
    @DisplayName("an answer that reads in a transaction reads as of one moment")
    void answersShowOneMoment() {
        methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.GET")
                .should()
                .notBeAnnotatedWith("jakarta.transaction.Transactional")
                .because("org.anchang.kit.snapshot.Snapshot is for them")
                .check(service);
    }

    @Test
    @DisplayName("names are words of the sales office")
    void namesAreWordsOfTheOffice() {
        classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(
                        ".*(Service|Manager|Impl|Dto|DTO|VO|Util|Utils|Helper|Mapper)|.*\\.(Abstract|Base).*")
                .check(service);
    }

    @Test
    @DisplayName("packages are features, in the words of the office")
    void packagesAreFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage(root + "..util..", root + "..common..", root + "..impl..", root + "..dto..")
                .allowEmptyShould(true)
                .check(service);
    }

    /// Beneath the root lies at most the `evidence` that its verbs demand.
    @Test
    @DisplayName("the root knows no feature")
    void rootKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("a feature") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.getPackageName().startsWith(root + ".")
                                && !type.getPackageName().equals(root + ".evidence");
                    }
                })
                .check(service);
    }

    @Test
    @DisplayName("tables have owners: SQL names the tables of its own package, and of others the views they publish")
    void tablesHaveOwners() {
        var tables = new TableOwners(root);
        assertThat(tables.strangers()).as("migrations that name no package").isEmpty();
        assertThat(tables.breaches()).as("tables of others").containsExactlyInAnyOrderElementsOf(frozenBreaches());
    }

    @Test
    @DisplayName("neither packages nor nouns have cycles, by import and by table together")
    void nothingLeadsBackToItself() {
        var arrows = new TableOwners(root).arrows();
        for (var type : service) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> packageOf(arrow.getTargetClass()))
                    .filter(other -> !other.isEmpty() && !other.equals(packageOf(type)))
                    .forEach(other -> arrows.computeIfAbsent(packageOf(type), _ -> new TreeSet<>())
                            .add(other));
        }
        var ofNouns = new TreeMap<String, TreeSet<String>>();
        arrows.forEach((from, others) -> others.stream()
                .map(TableOwners::noun)
                .filter(other -> !other.equals(TableOwners.noun(from)))
                .forEach(other -> ofNouns.computeIfAbsent(TableOwners.noun(from), _ -> new TreeSet<>())
                        .add(other)));

        assertThat(Stream.of(arrows, ofNouns)
                        .flatMap(it -> circles(it).stream())
                        .distinct())
                .as("circles")
                .containsExactlyInAnyOrderElementsOf(frozenCircles());
    }

    /// What is there today and goes: nothing may come to it. A service that has any says so.
    protected Set<String> frozenBreaches() {
        return Set.of();
    }

    /// The same of the packages that lie in circles.
    protected Set<String> frozenCircles() {
        return Set.of();
    }

    /// What leads back to itself.
    private static Set<String> circles(Map<String, TreeSet<String>> arrows) {
        var circles = new TreeSet<String>();
        for (var start : arrows.keySet()) {
            var reached = new TreeSet<String>();
            var next = new ArrayDeque<>(arrows.get(start));
            while (!next.isEmpty()) {
                var noun = next.pop();
                if (reached.add(noun)) {
                    next.addAll(arrows.getOrDefault(noun, new TreeSet<>()));
                }
            }
            if (reached.contains(start)) {
                circles.add(start);
            }
        }
        return circles;
    }

    /// Beneath the service's root; the root's own name for itself; nothing outside.
    private String packageOf(JavaClass type) {
        var name = type.getPackageName();
        if (name.equals(root)) {
            return root.substring(root.lastIndexOf('.') + 1);
        }
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }

    @Test
    @DisplayName("what a caller sends is checked: every body and every page is @Valid")
    void requestsAreValid() {
        methods()
                .should(new RequestCondition("take only @Valid bodies and pages", parameter -> {
                    var isChecked = parameter.isAnnotatedWith("jakarta.validation.Valid");
                    return isChecked ? Stream.empty() : Stream.of("parameter " + parameter.getIndex());
                }))
                .check(service);
    }

    @Test
    @DisplayName("every decimal that a caller sends has a bound: @Digits as its column has them")
    void decimalsHaveABound() {
        methods()
                .should(new RequestCondition(
                        "bound the decimals they take", parameter -> members(parameter.getRawType(), new HashSet<>())
                                .filter(member -> member.getRawType().isEquivalentTo(BigDecimal.class))
                                .filter(member -> !member.isAnnotatedWith("jakarta.validation.constraints.Digits"))
                                .map(JavaField::getFullName)))
                .check(service);
    }

    /// All that a request is made of, in whatever depth.
    private Stream<JavaField> members(JavaClass request, Set<JavaClass> seen) {
        if (!request.getPackageName().startsWith(root) || !seen.add(request)) {
            return Stream.empty();
        }
        var parts = request.getFields().stream()
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .flatMap(part -> members(part, seen));
        var forms = request.getSubclasses().stream().flatMap(form -> members(form, seen));
        var own = request.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC));
        return Stream.of(own, parts, forms).flatMap(Function.identity());
    }

    /// Of each body and page that a resource takes: what is wrong with it.
    private static final class RequestCondition extends ArchCondition<JavaMethod> {
        private final Function<JavaParameter, Stream<String>> wrong;

        RequestCondition(String description, Function<JavaParameter, Stream<String>> wrong) {
            super(description);
            this.wrong = wrong;
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            // A client's interface has the same annotations and takes nothing.
            if (!method.getOwner().isInterface()
                    && VERBS.stream().anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb))) {
                method.getParameters().stream()
                        .filter(RequestCondition::isBodyOrPage)
                        .flatMap(wrong)
                        .forEach(what ->
                                events.add(SimpleConditionEvent.violated(method, method.getFullName() + ": " + what)));
            }
        }

        private static boolean isBodyOrPage(JavaParameter parameter) {
            return parameter.isAnnotatedWith("jakarta.ws.rs.BeanParam")
                    || parameter.getRawType().isRecord()
                            && parameter.getAnnotations().stream()
                                    .noneMatch(it ->
                                            it.getRawType().getPackageName().startsWith("jakarta.ws.rs"));
        }
    }
}
