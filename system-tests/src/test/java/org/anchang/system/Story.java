package org.anchang.system;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.anchang.client.Answer;
import org.anchang.client.Person;

/// What becomes of a home whose order form is signed, told as a whole and as its people do it.
enum Story {
    STAYS_SUBSCRIBED("SUBSCRIBED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {}
    },
    IS_PAID_IN_PART("CONTRACTED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            floor.contracted(consultant, deal, Papers.lumpSum());
            consultant
                    .post(path(deal) + "/payments", Papers.payment(new BigDecimal("100000.00")))
                    .done();
        }
    },
    IS_FILED("FILED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            floor.contracted(consultant, deal, Papers.lumpSum());
            var rest = deal.decimal("total").subtract(SalesFloor.FULL_DEPOSIT);
            floor.siteManager
                    .post(path(deal) + "/payments", Papers.payment(rest))
                    .done();
            floor.siteManager.post(path(deal) + "/filings").done();
            floor.siteManager
                    .post(
                            path(deal) + "/filings/acceptance",
                            Map.of("registrationNumber", "BA-" + floor.nextNumber(), "filedOn", floor.today.toString()))
                    .done();
        }
    },
    IS_PAID_BY_THE_BANK("CONTRACTED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            var total = deal.decimal("total");
            var loan = total.multiply(new BigDecimal("0.5")).setScale(2, RoundingMode.DOWN);
            floor.contracted(consultant, deal, Papers.mortgage(total, loan));
            var mortgage = path(deal) + "/mortgage";
            consultant.post(mortgage + "/documents", Map.of("name", "收入证明")).done();
            consultant.post(mortgage + "/submission").done();
            floor.siteManager
                    .post(mortgage + "/approval", Map.of("amount", loan.toPlainString()))
                    .done();
            floor.finance
                    .post(
                            mortgage + "/disbursement",
                            Map.of("amount", loan.toPlainString(), "slip", "BANK-" + floor.nextNumber()))
                    .done();
            var rest = total.subtract(loan).subtract(SalesFloor.FULL_DEPOSIT);
            consultant.post(path(deal) + "/payments", Papers.payment(rest)).done();
        }
    },
    GETS_A_DISCOUNT("SUBSCRIBED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            var asked = consultant
                    .post(
                            path(deal) + "/discount-requests",
                            Map.of("requestedDiscount", Papers.MORE_DISCOUNT.toPlainString(), "reason", "全款"))
                    .done();
            floor.approve(asked, floor.salesManager, floor.generalManager, floor.finance);
            floor.waitFor(consultant, "/requests/" + asked.id(), "state", "DONE");
        }
    },
    IS_RENAMED("SUBSCRIBED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            var asked = consultant
                    .post(
                            path(deal) + "/rename-requests",
                            Map.of(
                                    "reason",
                                    "改为配偶",
                                    "buyers",
                                    List.of(Papers.buyer("李四", "410300199002020026")),
                                    "oldBuyersSigned",
                                    true,
                                    "newBuyersSigned",
                                    true))
                    .done();
            floor.approve(asked, floor.salesManager, floor.generalManager, floor.finance);
            floor.waitFor(consultant, "/requests/" + asked.id(), "state", "DONE");
        }
    },
    IS_VOIDED("VOIDED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            var asked = consultant
                    .post(path(deal) + "/void-requests", Map.of("reason", "填写有误"))
                    .done();
            floor.approve(asked, floor.siteManager);
            floor.waitFor(consultant, path(deal), "stage", stage);
        }
    },
    IS_SWAPPED("SWAPPED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            var hold = floor.hold(consultant, deal.text("customer"));
            var asked = consultant
                    .post(path(deal) + "/swap-requests", Map.of("hold", hold.id(), "reason", "楼层太低"))
                    .done();
            floor.approve(asked, floor.siteManager, floor.salesManager, floor.generalManager, floor.finance);
            floor.waitFor(consultant, path(deal), "stage", stage);
        }
    },
    IS_GIVEN_BACK("REFUNDED") {
        @Override
        void tell(SalesFloor floor, Person consultant, Answer deal) {
            floor.contracted(consultant, deal, Papers.lumpSum());
            var asked = consultant
                    .post(
                            path(deal) + "/refund-requests",
                            Map.of(
                                    "reason", "家庭变故",
                                    "category", "OTHER",
                                    "basis", "AGREED_PENALTY",
                                    "penalty", "5000.00",
                                    "statement", "客户坚持退房"))
                    .done();
            floor.approve(asked, floor.statistician, floor.salesManager, floor.generalManager, floor.finance);
            floor.waitFor(consultant, path(deal), "stage", stage);
            floor.finance
                    .post(
                            path(deal) + "/refund-payouts",
                            Map.of("slip", "TK-" + floor.nextNumber(), "earlyReason", "客户急用"))
                    .done();
        }
    };

    /// The stage in which the deal ends.
    final String stage;

    Story(String stage) {
        this.stage = stage;
    }

    abstract void tell(SalesFloor floor, Person consultant, Answer deal);

    private static String path(Answer deal) {
        return "/deals/" + deal.id();
    }
}
