/**
 * Types, permissions, vocabulary and REST client shared by the AKS Traffic packages.
 *
 * @packageDocumentation
 */

export * from './annotations';
export * from './api';
export * from './client/AksTrafficApi';
export * from './client/AksTrafficClient';
export * from './model/report';
export * from './model/retirement';
export * from './model/vocabulary';
export * from './permissions';
