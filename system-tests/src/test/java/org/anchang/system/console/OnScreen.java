package org.anchang.system.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.anchang.office.Office;
import org.anchang.system.RunningOffice;
import org.anchang.system.Showroom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test at screens of the running office: people of the demo at a real browser, in a small project of the test's own
/// (whose code the realm must know).
@ExtendWith(RunningOffice.class)
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
abstract class OnScreen {
    final String project;

    Browsers browsers;
    Office office;
    Showroom showroom;

    OnScreen(String project) {
        this.project = project;
    }

    @BeforeAll
    void open(Office running) {
        browsers = Browsers.ofThread();
        office = running;
        showroom = Showroom.open(running, project);
    }

    @AfterAll
    void close() {
        if (showroom != null) {
            showroom.close();
        }
    }

    /// A screen on which somebody has signed in and looks at the project.
    Page at(String person, int width) {
        return at(person, width, Browsers.CHINESE);
    }

    Page at(String person, int width, String language) {
        return browsers.signedIn(office.gateway(), person, project, width, language);
    }

    static Locator sheet(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    static Locator.GetByRoleOptions within(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }
}
