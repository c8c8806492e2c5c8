package org.anchang.test;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Somebody of the sales office, who signs requests with a real token:
/// `consultant("li.na").in("songfeng").token()`.
///
/// The key pair is made for one run of the tests; it stands in system properties because the tests and the servers of a
/// run live in different class loaders. It is shorter than one for years would be: to sign takes a sixth of
/// the time, and a run signs thousands.
///
/// @param roles    held in each of `projects`, as the last part of the token's `posts` names them
/// @param projects codes, or `*` for every project
/// @param others   posts besides, as the token has them
public record Person(String name, Set<String> roles, Set<String> projects, Set<String> others) {
    /// Every role of people in an office; walls have one of their own.
    static final List<String> ROLES = List.of(
            "consultant",
            "site-manager",
            "sales-supervisor",
            "sales-manager",
            "sales-statistician",
            "finance",
            "general-manager",
            "engineering",
            "cost-auditor",
            "administrator");

    private static final String PRIVATE = "anchang.test.private-key";
    private static final String PUBLIC = "anchang.test.public-key";
    /// A signature takes as long as a request.
    private static final Map<Signed, String> TOKENS = new ConcurrentHashMap<>();

    /// Where somebody works who is in no project of the tests.
    private static final Set<String> ELSEWHERE = Set.of("nowhere");

    private record Signed(Person person, String audience) {}

    public Person(String name, Set<String> roles, Set<String> projects) {
        this(name, roles, projects, Set.of());
    }

    public static Person consultant(String name) {
        return withRole(name, "consultant");
    }

    public static Person siteManager(String name) {
        return withRole(name, "site-manager");
    }

    public static Person administrator() {
        return withRole("admin.office", "administrator").in("*");
    }

    /// @param role e.g. `general-manager`
    public static Person withRole(String name, String role) {
        return new Person(name, Set.of(role), Set.of());
    }

    public Person in(String... codes) {
        return new Person(name, roles, Set.of(codes), others);
    }

    /// Also holds every role of people that `roles` has not, but in another project.
    public Person andAllElseIn(String project) {
        var besides = ROLES.stream()
                .filter(role -> !roles.contains(role))
                .map(role -> path(project, role))
                .collect(Collectors.toSet());
        return new Person(name, roles, projects, besides);
    }

    /// A bearer token, valid for a day; the same each time.
    public String token() {
        return tokenFor("anchang");
    }

    /// One that is good for so long.
    public String token(Duration lasting) {
        return token("anchang", lasting);
    }

    /// The same for another system of the same identity provider.
    public String tokenFor(String audience) {
        return TOKENS.computeIfAbsent(new Signed(this, audience), _ -> token(audience, Duration.ofDays(1)));
    }

    /// What people call them, as the token says.
    public String fullName() {
        return "姓名 " + name;
    }

    private String token(String audience, Duration lasting) {
        return Jwt.upn(name)
                .audience(audience)
                .preferredUserName(name)
                .claim("name", fullName())
                .subject(name)
                .claim("posts", posts())
                .expiresIn(lasting)
                .sign(privateKey());
    }

    private Set<String> posts() {
        var posts = new TreeSet<>(others);
        for (var project : projects.isEmpty() ? ELSEWHERE : projects) {
            roles.forEach(role -> posts.add(path(project, role)));
        }
        return posts;
    }

    private static String path(String project, String role) {
        return "/office/" + project + "/" + role;
    }

    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC) == null) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(1024);
                System.setProperty("smallrye.jwt.sign.relax-key-validation", "true");
                var pair = generator.generateKeyPair();
                System.setProperty(
                        PRIVATE,
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC,
                        Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return System.getProperty(PUBLIC);
    }

    private static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(PRIVATE))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
