/**
 * Types, permissions, vocabulary and REST client shared by the AKS Traffic packages.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './api';
export * from './client/AksTrafficApi';
export * from './client/AksTrafficClient';
export * from './filterRef';
export * from './model/assessment';
export * from './model/report';
export * from './model/patterns';
export * from './model/retirement';
export * from './model/services';
export * from './model/vocabulary';
export * from './model/waiver';
export * from './permissions';
export * from './printable';
export * from './waiverCovers';
export * from './writeManifests';
