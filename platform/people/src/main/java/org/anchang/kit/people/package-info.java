/// The office's customers as a service knows them that is not customer-service: whose they are, who received them in
/// the owner's place, and which record stands for a person. Empty in a service that reads no `customer-events`.
package org.anchang.kit.people;
